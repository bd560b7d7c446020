func broken( { var x = `raw
 if := {