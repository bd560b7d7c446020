require "net/ssh"

Net::SSH.start("files.example.org", "reader", verify_host_key: :never) do |ssh|  # pave: expect ssh-host-key
  ssh.exec!("ls")
end

Net::SFTP.start("files.example.org", "reader", verify_host_key: false) # pave: expect ssh-host-key
Net::SSH.start("files.example.org", "reader", paranoid: false) # pave: expect ssh-host-key
