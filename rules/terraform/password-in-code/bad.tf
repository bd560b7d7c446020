resource "aws_db_instance" "records" {
  username = "shop"
  password = "tomato-soup" # pave: expect password-in-code
}

resource "azurerm_mssql_server" "records" {
  administrator_login          = "shop"
  administrator_login_password = "tomato-soup" # pave: expect password-in-code
}
