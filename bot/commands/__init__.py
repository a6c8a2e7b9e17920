"""What each command of the command line does. Returns the exit code; raises Refused with the reason."""

from bot.commands.check import check_command
from bot.commands.common import Refused
from bot.commands.database import backup_command, migrate_command, restore_command
from bot.commands.export import export_command
from bot.commands.office import digest_command, import_command, invite_command, verify_command
from bot.commands.sandbox import sandbox_command
from bot.commands.serve import serve_command

__all__ = [
    "Refused",
    "backup_command",
    "check_command",
    "digest_command",
    "export_command",
    "import_command",
    "invite_command",
    "migrate_command",
    "restore_command",
    "sandbox_command",
    "serve_command",
    "verify_command",
]
