"""Tasks that decisions gave: followed until the head accepts them (п. 4.4.3, 4.7, 3.2)."""

from domain.office.shown import Thing
from handlers.chat.feature import CardKind, Command, Feature, Taps
from handlers.chat.menus import MEMBERS, Menu
from handlers.meetings.taps import DraftTap
from handlers.tasks import card, follow_up, list_card, lists, tasks
from handlers.tasks.taps import TaskDayTap, TasksPageTap, TasksTap, TaskTap

FEATURE = Feature(
    commands=(Command("tasks", lists.show_tasks, MEMBERS | {Menu.UNIT}),),
    taps=(
        Taps(TaskTap, dict.fromkeys(tasks.ACTS, tasks.tapped)),
        Taps(TaskDayTap, {"until": tasks.choose_until}),
        Taps(
            TasksTap,
            {
                "section": lists.choose_section,
                "executors": lists.choose_executor,
                "executor": lists.of_executor,
            },
        ),
        Taps(TasksPageTap, {"page": lists.turn_page}),
        Taps(TasksTap, {"agenda": follow_up.from_list}),
        Taps(DraftTap, {"follow": follow_up.into_draft}),
    ),
    cards={
        "task": CardKind(card.render, (TaskTap,), shows=(Thing.PEOPLE,)),
        "tasks": CardKind(list_card.render, (TasksTap,), shows=(Thing.TASKS, Thing.PEOPLE)),
    },
    words={
        "task-report": tasks.report_words,
        "task-extension": tasks.extension_words,
        "task-return": tasks.return_words,
    },
    files={"task-report": tasks.report_file},
    waits=(lists.tasks_waiting,),
)
