package org.selfstab.archfixture.geometry;

import org.apache.commons.csv.CSVFormat;

/** CSV outside of its room. */
final class PrintsCsv {

    private PrintsCsv() {}

    static CSVFormat format() {
        return CSVFormat.RFC4180;
    }
}
