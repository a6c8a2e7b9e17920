# Что печатает сыгранный день (make demo PLAY=1).

play-import = 1. Выгрузка «{ $channel }» прочитана и загружена: { $counts }
play-digest = 2. 08:30, сводки пришли всем: { $count }. Тексты: { $path }
play-convene = 3. Заседание созвано, ответы получены
play-no-quorum = 4. Четверо из девяти: { $answer }
play-open = 5. Пришли ещё двое, заседание открыто
play-vote = 6. { $result }
play-protocol = 7. Протокол составлен, подписан и разослан: { $folder }/protocol-1.docx, { $folder }/protocol-1.pdf
play-end = 8. Нарушений Bot API: { $violations }, вызовов: { $calls }
