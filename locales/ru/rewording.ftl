# Исправление формулировок до подписания протокола (п. 4.7).

button-reword = Исправить формулировку
button-reword-heard = Слушали
button-reword-spoke = Выступили
button-reword-decided = Решили

reword-which = Формулировку какого вопроса исправить? Явка, голоса и результаты не меняются.
reword-item = { $number }. { $question }
reword-question = <b>Вопрос { $number }.</b> { $question }
reword-now-heard = <b>Слушали:</b> { $words }
reword-now-spoke = <b>Выступили:</b> { $words }
reword-now-decided = <b>Решили:</b> { $words }
reword-ask-heard = Вопрос { $number }, «слушали». Пришлите новый текст одним сообщением; «—» оставит пусто. Сейчас:
reword-ask-spoke = Вопрос { $number }, «выступили». Пришлите новый текст одним сообщением; «—» оставит пусто. Сейчас:
reword-ask-decided = Вопрос { $number }, «решили». Пришлите новый текст одним сообщением. Сейчас:
reword-difference-heard = Вопрос { $number }, «слушали»: что изменится
reword-difference-spoke = Вопрос { $number }, «выступили»: что изменится
reword-difference-decided = Вопрос { $number }, «решили»: что изменится
reword-confirm = Зачёркнутое уйдёт, подчёркнутое добавится. Протокол станет версией { $version } с новым SHA-256.
reword-making = Версия { $version }: документы готовятся.
toast-reworded = Протокол № { $number }: версия { $version }.

refusal-words-same = Текст тот же самый, менять нечего.
refusal-words-too-long = В тексте { $length } знаков, помещается { $limit }. Сократите и пришлите снова.
refusal-words-of-decision = По вопросу { $item } решение принято, его текст не может быть пустым (п. 4.7 Положения). Пришлите новый текст.
