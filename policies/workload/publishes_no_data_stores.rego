# METADATA
# title: Ports of data stores are not published on every address
# description: A database that listens on every address of the host can be tried by everyone who reaches the host.
# custom:
#   id: workload-publishes-no-data-stores
#   severity: high
#   criteria:
#     - {id: CC6.6, aspect: entry-points, strength: primary, because: data stores must not stand open at the boundary}
#     - {id: CC6.1, aspect: access-settings, strength: supporting, because: only services that need the data should reach it}
#   tests: design
#   reads: [ports]
#   remediation:
#     compose: "remove the port: services of one file reach each other without it; or bind it to `127.0.0.1`"
#   since: "0.1.0"
package gapcheck.workload.publishes_no_data_stores

subjects contains workload.id if {
	some workload in input.workload
	workload.format == "compose"
}

deny contains {"subject": workload.id, "path": ["ports", sprintf("%d", [index]), "container_port"], "message": message} if {
	some workload in input.workload
	workload.format == "compose"
	some index, port in workload.ports
	store := _stores[sprintf("%v", [port.container_port])]
	port.host_ip in {"0.0.0.0", "::", "[::]", ""}
	message := sprintf("%s publishes %s on every address of the host", [workload.name, store])
}

_stores := {
	"1433": "SQL Server", "1521": "Oracle", "3306": "MySQL", "5432": "PostgreSQL", "5984": "CouchDB", "6379": "Redis",
	"7687": "Neo4j", "8086": "InfluxDB", "9042": "Cassandra", "9200": "Elasticsearch", "11211": "Memcached",
	"27017": "MongoDB", "33060": "MySQL",
}
