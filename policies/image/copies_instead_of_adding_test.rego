package gapcheck.image.copies_instead_of_adding_test

import data.gapcheck.image.copies_instead_of_adding as policy

test_deny_file if _denied(_adds("app/", {})) == {["additions", "0", "source"]}

test_deny_address if _denied(_adds("https://example.com/a.bin", {"remote": true})) == {["additions", "0", "source"]}

test_allow_archive if _denied(_adds("root.tar.gz", {})) == set()

test_allow_checked_address if _denied(_adds("https://example.com/a", {"remote": true, "checksum": "sha256:1"})) == set()

test_allow_repository if _denied(_adds("git@example.com:a/b", {"remote": true})) == set()

test_allow_repository_by_address if _denied(_adds("https://example.com/a.git#v1", {"remote": true})) == set()

test_allow_copy if _denied(_adds("app/", {"instruction": "COPY"})) == set()

test_allow_missing if _denied({}) == set()

test_subjects_are_all_images if policy.subjects == {"a"} with input.image as [{"id": "a"}]

_adds(source, more) := {"additions": [object.union({"instruction": "ADD", "source": source, "remote": false}, more)]}

test_allow_each_archive if {
	every ending in [".tar", ".txz", ".xz"] {
		_denied(_adds(concat("", ["root", ending]), {})) == set()
	}
}

test_deny_archive_from_elsewhere if {
	_denied(_adds("https://example.com/a.tar.gz", {"remote": true})) == {["additions", "0", "source"]}
}

test_allow_repositories_on_the_net if {
	every source in ["https://github.com/o/r.git", "https://github.com/o/r.git#v1", "git@github.com:o/r.git"] {
		_denied({"additions": [{"instruction": "ADD", "remote": true, "source": source}]}) == set()
	}
}

test_deny_folders_that_look_like_repositories if {
	every source in ["shop.git", "shop.git#v1"] {
		_denied({"additions": [{"instruction": "ADD", "remote": false, "source": source}]}) == {["additions", "0", "source"]}
	}
}

_denied(facts) := paths if {
	image := object.union({"id": "a", "name": "a", "format": "dockerfile"}, facts)
	paths := {it.path | some it in policy.deny} with input.image as [image]
}
