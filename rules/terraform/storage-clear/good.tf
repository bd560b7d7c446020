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

resource "aws_opensearch_domain" "searched" {
  encrypt_at_rest {
    enabled = true
  }
  auto_tune_options {
    enabled = false
  }
}

resource "aws_kinesis_stream" "events" {
  encryption_type = "KMS"
}
