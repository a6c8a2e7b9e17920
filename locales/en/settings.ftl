# Settings: quiet hours.

command-settings = Settings

settings-no-quiet = <b>No quiet hours.</b> Notices come at any time. Choose hours and notices will wait for their end; votes, the reminder an hour before a meeting and answers to what you do come at once.
settings-quiet = <b>Quiet hours: { $begin }–{ $end }.</b> Notices wait for their end; votes, the reminder an hour before a meeting and answers to what you do come at once.
settings-ask-hours = Write the quiet hours, for example 22:30–06:45.
settings-language = { $language ->
    [en] <b>Language: English.</b>
   *[ru] <b>Language: Russian.</b>
} Cards, the menu and answers are in it; notices to others and documents are in the office's.
button-language-ru = По-русски
button-language-en = In English
button-own-hours = My own hours
button-no-quiet = No quiet hours

toast-settings = Noted.

refusal-settings-in-private = Settings are in the private chat with the bot.
refusal-hours-unreadable = The hours cannot be read. Write, for example, 22:30–06:45.
