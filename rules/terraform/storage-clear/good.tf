resource "aws_db_instance" "records" {
  engine            = "postgres"
  storage_encrypted = true
}

resource "aws_ebs_volume" "records" {
  size      = 40
  encrypted = var.encrypted
}

resource "aws_sqs_queue" "work" {
  name = "work"
}
