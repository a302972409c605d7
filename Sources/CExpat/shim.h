// The one door to expat.
#include <expat.h>
