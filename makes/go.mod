module makes

go 1.26.0
