"""The command line."""


def main() -> None:
    """What the `onrecord` command runs."""
    from onrecord.views.cli.app import run

    run()
