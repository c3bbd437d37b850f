variable "unset" {}

variable "typed" {
  type = object({
    name  = optional(string, "default")
    count = number
  })
  default = { count = "3" }
}

variable "number_as_text" {
  type    = string
  default = 5
}

locals {
  names          = toset(["y", "x"])
  later          = "${local.early}-x"
  early          = "early"
  object         = { list = [{ deep = "found" }] }
  missing_object = {}
}

data "t_found" "f" {}

module "absent" {
  source = "registry/absent/x"
}

resource "t_other" "o" {
  stated = "here"
}

resource "t_other" "many" {
  count = 2
  n     = count.index
}

resource "t_other" "each" {
  for_each = toset(["k", "l"])
  v        = "key ${each.key}"
}
