resource "aws_db_instance" "records" {
  username = "shop"
  password = var.password
}

resource "aws_rds_cluster" "records" {
  master_username = "shop"
  master_password = "${data.aws_ssm_parameter.password.value}"
}
