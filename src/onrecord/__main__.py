"""`python -m onrecord` is the `onrecord` command."""

from onrecord.views.cli import main

if __name__ == "__main__":
    main()
