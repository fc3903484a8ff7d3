/* Options across releases: each struct of them begins with the size that its caller knows. */
#include "service/service.h"
#include <string.h>

void options_take(void *own, size_t size, const void *given) {
    size_t known = 0;
    memset(own, 0, size);
    if (given) memcpy(&known, given, sizeof known);
    if (known > sizeof known) memcpy(own, given, known < size ? known : size);
    memcpy(own, &size, sizeof size);
}
