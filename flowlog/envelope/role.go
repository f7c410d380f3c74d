package envelope

// A role is what an object is there for, or the elements of an array are. In what
// a decoder holds of a nested value it is all there is to know.
type role uint8

const (
	value  role = iota // at the top of the text, or of an array there: an envelope, or an event
	event              // an event
	packed             // something in base64: awslogs, an element of records, its kinesis
	row                // of Insights: an array of cells
	cell               // a field of one of Insights: {"field": "@message", "value": "2 …"}
	other              // nothing davy reads
)

// A name is one of an object's that matters.
type name uint8

const (
	noName name = iota
	message
	messageType
	logEvents
	events
	results
	records
	awslogs
	kinesis
	data
	fieldName
	fieldValue
)

// nameOf returns the name that an object of role r has a use for, or noName.
func (r role) nameOf(text []byte) name {
	switch r {
	case value:
		switch string(text) {
		case "message", "@message":
			return message
		case "messageType":
			return messageType
		case "logEvents":
			return logEvents
		case "events":
			return events
		case "results":
			return results
		case "records", "Records":
			return records
		case "awslogs":
			return awslogs
		}
	case event:
		switch string(text) {
		case "message", "@message":
			return message
		}
	case packed:
		switch string(text) {
		case "data", "Data":
			return data
		case "kinesis":
			return kinesis
		}
	case cell:
		switch string(text) {
		case "field":
			return fieldName
		case "value":
			return fieldValue
		}
	}
	return noName
}

// opens returns the role of what an array or an object of that name is opened for.
func (n name) opens(array bool) role {
	switch n {
	case logEvents, events:
		if array {
			return event
		}
	case results:
		if array {
			return row
		}
	case records:
		if array {
			return packed
		}
	case awslogs, kinesis:
		if !array {
			return packed
		}
	}
	return other
}

// A frame is an array or an object that is open.
type frame struct {
	role  role
	array bool
	named bool   // the name of the next value of the object has been read …
	name  name   // … and is this one
	seen  uint16 // bits of the names read that matter
	used  bool   // lines came from it, or from what is in it if there are any

	control bool // its messageType says it is a control message
	strange bool // … or something unknown
	log     bool // it has logEvents
	message bool // a cell: it is that of the message …
	filled  bool // … and has a value
}
