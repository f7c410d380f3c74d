package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"davy/internal/plot"
	"davy/internal/view"
)

// plotCmd draws pictures of chosen pairs.
type plotCmd struct {
	inputFlags
	memoryFlags
	chooseFlags
	ruleFlags
	Out       string  `short:"o" required:"" help:"Picture to write: a file of all pairs chosen (.png, .svg) or with a frame for each (.gif), or a folder, one file a pair." placeholder:"OUT"`
	Type      string  `help:"Sort of picture, if not by the extension of OUT: png, svg or gif." enum:",png,svg,gif" default:""`
	View      string  `help:"What is drawn: planes (bytes over packets of each side), frames (the same, a GIF), timeline, quantum (payload and its period), line, neighbour, ripley (curves beside points strewn at random) or pca." enum:"planes,frames,timeline,quantum,line,neighbour,ripley,pca" default:"planes"`
	Model     string  `help:"Model file; without one, the model built into davy." placeholder:"FILE"`
	Hull      string  `help:"Which hull of the model is outlined: auto (the profile that holds most of the windows, else the article's), article, none, or a profile's name." default:"auto"`
	PlaneHull bool    `help:"Planes: outline the hull of the points shown, in two dimensions, too."`
	Zoom      bool    `help:"Axes follow the points; the hull is cut off at their ends."`
	SameAxes  bool    `help:"All pairs on the same axes."`
	Scale     string  `help:"Axes of counts: log (of 1 + count, so that 0 has a place) or linear; if not given, linear for line, log for others." enum:",log,linear" default:""`
	Theme     string  `help:"Colours: light or dark." enum:"light,dark" default:"light"`
	Side      string  `help:"Quantum: whose payload, local or remote." enum:"local,remote" default:"local"`
	Width     int     `help:"Pixels across; 0 is 1600, of a GIF 800." default:"0" placeholder:"N"`
	Delay     float64 `help:"GIF: seconds that a frame is shown." default:"1.5"`
	Most      int     `help:"Folder or GIF: draw at most so many pairs, those with most windows; 0 for all." default:"50" placeholder:"N"`
	Quiet     bool    `short:"q" help:"Nothing on standard error but errors."`
}

func (c *plotCmd) Run(e *env) error {
	to, err := c.target()
	if err != nil {
		return err
	}
	_, fields, err := c.formats()
	if err != nil {
		return err
	}
	opts, err := c.options(fields)
	if err != nil {
		return err
	}
	c.enis = c.ENI
	choice, err := c.chooseFlags.open()
	if err != nil {
		return err
	}
	m, err := loadModel(c.Model)
	if err != nil {
		return err
	}
	if choice.labels != nil {
		if choice.detector, err = c.detector(m, false); err != nil {
			return err
		}
	}
	c.apply(&opts)
	progress := e.progress(c.Quiet)
	defer progress.stop()
	res, summary, err := c.read(e, opts, progress)
	progress.stop()
	if err != nil {
		return err
	}
	defer res.Table.Close()
	if !c.Quiet {
		summary.WriteUnseen(e.stderr)
	}
	chosen, err := choice.from(res.Table)
	if err := cmp.Or(res.Table.Err(), err); err != nil {
		return err
	}
	if err := c.write(e, to, chosen, choice, m); err != nil {
		return err
	}
	return done(!summary.Complete, false)
}

// A target is where pictures go.
type target struct {
	kind   string // png, svg, gif
	folder bool
	width  int // pixels
}

// Widths that make sense: below, text runs over; above, memory does.
const leastWidth, mostWidth = 800, 8000

func (c *plotCmd) target() (target, error) {
	to := target{kind: c.Type, width: c.Width}
	info, err := os.Stat(c.Out)
	to.folder = strings.HasSuffix(c.Out, string(os.PathSeparator)) || err == nil && info.IsDir()
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(c.Out), "."))
	if to.kind == "" && !to.folder {
		to.kind = ext
	}
	switch {
	case to.kind == "" && to.folder && c.View == "frames":
		to.kind = "gif"
	case to.kind == "" && to.folder:
		to.kind = "png"
	}
	if !slices.Contains([]string{"png", "svg", "gif"}, to.kind) {
		return to, usage(fmt.Errorf("-o %q: want a name that ends in .png, .svg or .gif, an existing folder or one whose name ends in /, or --type", c.Out))
	}
	if c.View == "frames" && to.kind != "gif" {
		return to, usage(errors.New("--view frames is a GIF: name it .gif, or take --view planes"))
	}
	if to.width == 0 {
		to.width = map[string]int{"gif": 800}[to.kind]
		if to.width == 0 {
			to.width = 1600
		}
	}
	switch {
	case to.width < leastWidth || to.width > mostWidth:
		return to, usage(fmt.Errorf("--width %d: want %d to %d", to.width, leastWidth, mostWidth))
	case c.Most < 0:
		return to, usage(fmt.Errorf("--most %d: want 0 or more", c.Most))
	case !(c.Delay >= 0.02 && c.Delay <= 60):
		return to, usage(fmt.Errorf("--delay %v: want 0.02 to 60 seconds", c.Delay))
	}
	return to, nil
}

func (c *plotCmd) viewing() view.Options {
	o := view.Options{PlaneHull: c.PlaneHull, Zoom: c.Zoom, Scale: plot.Log1p, Remote: c.Side == "remote"}
	if c.Scale == "linear" || c.Scale == "" && c.View == "line" {
		o.Scale = plot.Linear
	}
	if c.Theme == "dark" {
		o.Theme = plot.Dark
	}
	return o
}
