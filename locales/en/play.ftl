# What the played day prints (make demo PLAY=1).

play-import = 1. The export of «{ $channel }» is read and brought in: { $counts }
play-digest = 2. 08:30, everyone has a digest: { $count }. Texts: { $path }
play-convene = 3. The meeting is convened, answers are in
play-no-quorum = 4. Four of nine: { $answer }
play-open = 5. Two more have come, the meeting is open
play-vote = 6. { $result }
play-protocol = 7. The protocol is drawn up, signed and sent: { $folder }/protocol-1.docx, { $folder }/protocol-1.pdf
play-end = 8. Bot API violations: { $violations }, calls: { $calls }
