require "open3"
require "shellwords"

TOOL = "git"

def checkout(name, folder)
  system("git fetch")
  system("#{TOOL} fetch")
  system("git", "checkout", "--", "refs/#{name}")
  system("git checkout #{Shellwords.escape(name)}")
  system("git checkout #{name.shellescape}")
  puts "git checkout #{name}"
end
