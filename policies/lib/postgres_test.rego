package gapcheck.lib.postgres_test

import data.gapcheck.lib.postgres

test_servers_and_bare_parameters_can_be_asked if {
	postgres.has_parameters({"settings": []})
	postgres.has_parameters({"settings": [], "engine": "POSTGRES_15"})
}

test_others_cannot_be_asked if {
	not postgres.has_parameters({"settings": [], "engine": "MYSQL_8_0"})
	not postgres.has_parameters({"engine": "POSTGRES_15"})
}

test_each_way_of_off if {
	every value in ["OFF", "off", "0", "false"] {
		database := {"settings": [{"name": "a", "value": "off"}, {"name": "log_connections", "value": value}]}
		postgres.off(database, "log_connections") == {["settings", "1", "value"]}
	}
}

test_on_is_not_off if postgres.off({"settings": [{"name": "a", "value": "on"}]}, "a") == set()

test_missing_on_a_server if postgres.missing({"settings": [], "engine": "POSTGRES_15"}, "a") == {["settings"]}

test_stated_is_not_missing if {
	database := {"settings": [{"name": "a", "value": "off"}], "engine": "postgres15"}
	postgres.missing(database, "a") == set()
}

test_nothing_is_missing_where_only_parameters_are_known if postgres.missing({"settings": []}, "a") == set()
