resource "tls_private_key" "own" {
  algorithm = "RSA"
  rsa_bits  = 4096
}

resource "tls_private_key" "short" {
  algorithm = "ED25519"
}

resource "azurerm_key_vault_key" "own" {
  name     = "own"
  key_type = "RSA"
  key_size = var.bits
}
