resource "aws_db_instance" "shop" {
  engine            = "postgres"
  instance_class    = "db.t3.micro"
  storage_encrypted = true
}

resource "aws_db_instance" "copy" {
  replicate_source_db = aws_db_instance.shop.id
  instance_class      = "db.t3.micro"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 40
  encrypted         = var.encrypted
}

resource "aws_efs_file_system" "files" {
  creation_token = "files"
  encrypted      = true
}
