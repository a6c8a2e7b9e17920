# Terms and blocks counted anew after the profile has changed.

recount-report = Terms counted anew: { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}
    The deadline changed in { $deadlines }, the block in { $blocks }. The office's profile or the production calendar has changed; what was and what is stands in the table.
recount-sheet = Recount
recount-headers = Topic | Channel | Number | Deadline before | Deadline now | Block before | Block now
