# Предложения в повестку, приложенные файлы
refusal-not-your-proposal = Это предложение внесло место { $seat }: отозвать его может только оно (п. 4.4.2).
refusal-proposal-is-postponed = Предложение уже отложено.
refusal-proposal-is-accepted = Предложение уже принято в повестку.
refusal-proposal-is-declined = Предложение уже отклонено.
refusal-proposal-is-withdrawn = Предложение отозвано тем, кто его внёс.
refusal-attachment-too-large = Файл больше { $limit } МБ, бот такие не принимает. Пришлите ссылку текстом или файл поменьше.
refusal-attachments-too-many = Приложено уже { $limit } файлов, больше нельзя. Соберите материалы в один файл.
