provider "vsphere" {
  user                 = var.user
  allow_unverified_ssl = true # pave: expect tls-verify-off
}

provider "kubernetes" {
  host     = var.host
  insecure = true # pave: expect tls-verify-off
}

provider "kubernetes" {
  insecure = true # pave: expect tls-verify-off
}

data "http" "letters" {
  url      = "https://letters.example.org"
  insecure = true # pave: expect tls-verify-off
}
