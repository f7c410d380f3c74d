# The embedded model, made anew. The Makefile includes this.

# What the model learns from and is measured on: simulated logs, of which only the
# traits are kept, in a file each. Those that are newer than davy's ways of seeing
# and than their simulator stay; what was interrupted goes on where it was.
DRILLS := $(shell seq 1001 1010)
LOOKALIKES := $(shell seq 1101 1114)
TRIALS := 1 2 3 4
# A day of ten-minute records of each make, and of the first ones another of one-minute records.
MINUTES := a b c d e f g i j k l m
MAKES := $(MINUTES) u v w x
SEEN := .build/model
TAUGHT := $(DRILLS:%=drill-%) $(LOOKALIKES:%=lookalikes-%) $(MAKES:%=%-11) $(MINUTES:%=%-13)
MEASURED := $(TRIALS:%=trial-%)
SEEING := $(filter-out %_test.go,$(wildcard biflow/*.go flowlog/*.go shape/*.go trait/*.go))

model: $(TAUGHT:%=$(SEEN)/%.traits) $(MEASURED:%=$(SEEN)/%.traits) | build ## make the embedded model anew, from simulated traffic and the captures in DATA: over an hour, 20 GB of memory
	GOMEMLIMIT=18GiB ./davy train --manifest $(DATA)/MANIFEST.tsv $(TAUGHT:%=--also $(SEEN)/%.traits) $(MEASURED:%=--measure $(SEEN)/%.traits) \
	  --note 'davy lab --preset drill, seeds 1001 to 1010, and --preset lookalikes, seeds 1101 to 1114; makes a to g and i to m, seeds 11 and 13, and u to x, seed 11; counters of github.com/pbmartins/nypto (MIT) as further miners, other public captures as ordinary traffic' \
	  -o model/default.json $(DATA)/dev/*.600.log.gz || [ $$? -eq 3 ]

# kept is what becomes of simulated logs: $(call kept,folder of them).
kept = GOMEMLIMIT=4GiB ./davy traits --labels $(basename $@)/labels.tsv -o $@.new $(basename $@)/$(1) && mv $@.new $@ && rm -r $(basename $@)
DAY = -interfaces 500 -miners 250 -hours 24 -out $(basename $@)

define of_lab
$(SEEN)/$(1)-%.traits: $$(SEEING) $$(wildcard lab/*.go) | build
	rm -rf $$(basename $$@) && ./davy lab --preset $(1) --seed $$* $$(basename $$@)
	$$(call kept,AWSLogs)
endef
$(foreach preset,drill lookalikes trial,$(eval $(call of_lab,$(preset))))

define of_make
$(SEEN)/make-$(1): $$(shell find makes/$(1) -type f)
	cd makes && $$(GO) build -o ../$$@ ./$(1)
$(SEEN)/$(1)-11.traits: $(SEEN)/make-$(1) $$(SEEING) | build
	rm -rf $$(basename $$@) && $$< -seed 11 -kinds all -interval 600 $$(DAY)
	$$(call kept,logs)
$(SEEN)/$(1)-13.traits: $(SEEN)/make-$(1) $$(SEEING) | build
	rm -rf $$(basename $$@) && $$< -seed 13 -kinds pool -interval 60 $$(DAY)
	$$(call kept,logs)
endef
$(foreach m,$(MAKES),$(eval $(call of_make,$(m))))
