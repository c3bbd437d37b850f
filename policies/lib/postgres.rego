# Parameters of PostgreSQL servers that are on or off.
package gapcheck.lib.postgres

# Whether a database can be asked: a PostgreSQL server, or one of which only parameters are known.
has_parameters(database) if {
	is_array(database.settings)
	not _is_other(database)
}

_is_other(database) if {
	database.engine
	not is_managed(database)
}

# Whether all parameters of a PostgreSQL server are stated with it.
is_managed(database) if startswith(lower(database.engine), "postgres")

# Paths to where a parameter is off: its value, or the list of parameters where it is off unless it is listed.
off(database, name) := {path |
	some index, setting in database.settings
	setting.name == name
	lower(setting.value) in {"off", "0", "false"}
	path := ["settings", sprintf("%d", [index]), "value"]
}

# Paths to where a parameter is missing on a server that leaves it off then.
missing(database, name) := {path |
	is_managed(database)
	not name in {setting.name | some setting in database.settings}
	path := ["settings"]
}
