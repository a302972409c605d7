// KrongProgram is the program `krong`; all that it does stands in KrongCommand, where tests reach it.

import KrongCommand

EntryPoint.main()
