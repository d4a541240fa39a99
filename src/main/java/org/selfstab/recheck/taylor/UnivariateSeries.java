package org.selfstab.recheck.taylor;

import org.selfstab.interval.DecimalInterval;

/** A function of one real variable by its Taylor coefficients. */
interface UnivariateSeries {

    /**
     * Contains {@code f^(k)(x)/k!} for every x in an interval, k from 0 to a degree. For degree 0 the function only has to be defined there,
     * else smooth.
     *
     * @throws UndefinedException if it is not certainly so
     */
    DecimalInterval[] coefficients(DecimalInterval x, int degree);
}
