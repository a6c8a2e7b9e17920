# Tasks: what was decided, who executes it, how it was done.

command-tasks = Tasks

task-heading = { $standing ->
    [late] 🔴 <b>{ $number } · overdue: { $lateness }</b>
    [reported] <b>{ $number } · reported, to be accepted</b>
    [returned] <b>{ $number } · returned</b>{ $today ->
        [yes] , due today
       *[no] { $dated ->
            [yes] , due { DAY($due) }
           *[no] { "" }
        }
    }
    [accepted] ✓ { $number } · done { $late ->
        [0] { $dated ->
            [yes] in time
           *[no] { "" }
        }
       *[other] late by { $lateness }
    }
   *[open] <b>{ $number }</b> · { $today ->
        [yes] due today
       *[no] { $dated ->
            [yes] due { DAY($due) }
           *[no] no date
        }
    }
}
task-question = Question { $item }: { $text }
task-decision = { $text }
task-seat-vacant = seat { $seat } · vacancy
task-executor = Executor: { $title }
task-term = { $dated ->
    [yes] Due { FULLDAY($due) }
   *[no] No date set
} · protocol No. { $number } of { DAY($day) }
task-by-hand = The executor has no chat with the bot: pass the task on yourself and mark it as done here.

task-step-reported = { SHORTDAY($at) } { TIME($at) } · { $who }: done{ $told ->
    [yes] {" "}— “{ $text }”
   *[no] { "" }
}{ $files ->
    [0] { "" }
   *[other] , files { $files }
}
task-step-accepted = { SHORTDAY($at) } { TIME($at) } · { $acting ->
    [yes] acting head
   *[no] head
}: accepted{ $told ->
    [yes] {" "}— “{ $text }”
   *[no] { "" }
}{ $files ->
    [0] { "" }
   *[other] , files { $files }
}
task-step-returned = { SHORTDAY($at) } { TIME($at) } · { $acting ->
    [yes] acting head
   *[no] head
}: returned — “{ $text }”
task-step-extension-asked = { SHORTDAY($at) } { TIME($at) } · { $who }: asks for { DAY($until) } — “{ $text }”
task-step-extended = { SHORTDAY($at) } { TIME($at) } · { $acting ->
    [yes] acting head
   *[no] head
}: extended to { DAY($until) }
task-step-extension-declined = { SHORTDAY($at) } { TIME($at) } · { $acting ->
    [yes] acting head
   *[no] head
}: not extended to { DAY($until) }

task-ask-report = Write what was done and send the files here. The report goes to the head when you tap “Confirm” (cl. 4.4.3).
task-note = “{ $text }”
task-attached = 📎 { $name }
task-file = To task { $number }
task-ask-until = Until which day would you like more time?
task-ask-extension-reason = Until { FULLDAY($until) }. Write the reason: it is required.
task-ask-return = Write what is missing: the executor gets your words with the task.

tasks-heading = <b>Tasks{ $whole ->
    [yes] {" "}· the whole office
   *[no] { "" }
}</b>
tasks-of-executor = { $title }
tasks-figures = Overdue { $late } · by { DAY($until) } { $soon } more · open { $open }{ $waiting ->
    [0] { "" }
   *[other] {" "}· waiting for the head { $waiting }
}
tasks-section-waiting = Waiting for the head:
tasks-section-late = Overdue:
tasks-section-soon = Due soon:
tasks-section-open = Open:
tasks-section-done = Done:
tasks-none = No open tasks.
tasks-line =
    { $number }. { $heading }
    { "   " }{ $decision }
    { "   " }<i>{ $executor }</i>
tasks-choose-executor = Whose tasks?

digest-tasks = <b>Tasks</b>: overdue { $late } · by { DAY($until) } { $soon } more{ $waiting ->
    [0] { "" }
   *[other] {" "}· to accept { $waiting }
} — /tasks
start-tasks = Tasks: open { $open }, overdue { $late }{ $waiting ->
    [0] { "" }
   *[other] , waiting for you { $waiting }
}

task-reminder = Reminder: { $kind ->
    [soon] the due day is near.
    [today] the due day is { $exact ->
        [yes] today
       *[no] a day off, today is the last working day before it
    }.
   *[late] the due day has passed. { $mine ->
        [yes] Report or ask for more time.
       *[no] Ask how it goes.
    }
}

follow-up-question = On the execution of earlier decisions
follow-up-draft = To take note: of { $total ->
    [one] { $total } task
   *[other] { $total } tasks
} { $done } done, { $in_time } in time; not done { $open }{ $late ->
    [0] { "" }
   *[other] , overdue { $late }: { $numbers }
}.
task-table-file = Execution of decisions as of { SHORTDAY($day) }.pdf
toast-follow-up = The question stands first, the table is attached. Tasks in it: { $count }.
refusal-follow-up-is-there = The question is in the agenda already.
refusal-no-tasks-to-follow = There are no tasks yet: nothing to report on.
button-follow-up = Execution of decisions
button-tasks-agenda = Add to the agenda

task-table-title = On the execution of the project office’s decisions as of { $day }
task-table-heading = ON THE EXECUTION OF DECISIONS
task-table-subheading = as of { $day }
task-table-figures = Tasks { $total }: done { $done }, of them in time { $in_time }; reported { $waiting }; in progress { $open }, of them overdue { $late } (cl. 4.4.3).
task-table-number = No.
task-table-decision = Decision
task-table-executor = Executor
task-table-due = Due
task-table-standing = Execution
task-table-seat = { $name }, { $position }
task-table-no-due = no date
task-table-is-open = { $late ->
    [0] in progress
   *[other] overdue: { $lateness }
}
task-table-is-returned = returned{ $late ->
    [0] { "" }
   *[other] , overdue: { $lateness }
}
task-table-is-reported = reported { $day }, to be accepted
task-table-is-accepted = done { $day }{ $dated ->
    [yes] { $late ->
        [0] , in time
       *[other] , late by { $lateness }
    }
   *[no] { "" }
}

button-task-done = Done
button-task-extend = Ask for more time
button-task-accept = Accept
button-task-return = Return
button-task-grant = Extend to { SHORTDAY($until) }
button-task-decline = Do not extend
button-task-files = Files: { $count }
button-tasks-waiting = To accept { $count }
button-tasks-late = Overdue { $count }
button-tasks-soon = Soon { $count }
button-tasks-open = Open { $count }
button-tasks-done = Done { $count }
button-tasks-executors = By executor
button-tasks-everyone = All executors

toast-task-reported = { $number }: { $state ->
    [accepted] marked as done.
   *[reported] the report went to the head.
}
toast-task-accepted = { $number }: accepted.
toast-task-extended = { $number }: extended to { DAY($due) }.
toast-extension-declined = { $number }: the date stays, the executor was told.

refusal-no-such-task = There is no such task. Your tasks: /tasks
refusal-no-tasks-for-you = Tasks are executed by members of the office and by units (cl. 4.4.3, 4.7).
refusal-not-your-task = Task { $number } is another executor’s: only they can act on it (cl. 4.7). Yours: /tasks
refusal-task-is-open = Task { $number } has not been reported on yet: there is nothing to accept or return (cl. 3.2).
refusal-task-is-returned = Task { $number } has already been returned, there is no new report yet (cl. 3.2).
refusal-task-is-reported = The report on task { $number } of { DAY($day) } is waiting for the head (cl. 3.2).
refusal-task-is-accepted = Task { $number } has already been accepted (cl. 3.2).
refusal-task-without-due = Task { $number } has no date: there is nothing to extend.
refusal-task-without-files = Task { $number } has no files.
refusal-extension-not-later = It can be extended to { DAY($earliest) } at the earliest. Choose another day.
refusal-extension-not-asked = Nobody is asking to extend task { $number }.
