#include "value/date.h"

static Date month_start(Date date, int months) {
    CivilDate civil = date_to_civil(date);
    Date start = DATE_NONE;
    civil.month -= (civil.month - 1) % months;
    civil.day = 1;
    date_from_civil(civil, &start);
    return start;
}

static int months_of(Cadence cadence) {
    return cadence == CADENCE_MONTHLY ? 1 : cadence == CADENCE_QUARTERLY ? 3 : 12;
}

Date period_start(Cadence cadence, Date date) {
    if (cadence == CADENCE_DAILY) return date;
    if (cadence != CADENCE_WEEKLY) return month_start(date, months_of(cadence));
    return date - date_weekday(date); /* DATE_FIRST is a Monday */
}

bool period_next(Cadence cadence, Date start, Date *next) {
    if (cadence == CADENCE_DAILY || cadence == CADENCE_WEEKLY)
        return date_add_days(start, cadence == CADENCE_DAILY ? 1 : 7 - date_weekday(start), next);
    return date_add_months(start, months_of(cadence), next);
}
