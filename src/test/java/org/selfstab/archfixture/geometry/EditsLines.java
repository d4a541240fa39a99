package org.selfstab.archfixture.geometry;

import org.jline.reader.LineReaderBuilder;

/** Line editing outside of its room. */
final class EditsLines {

    private EditsLines() {}

    static LineReaderBuilder reader() {
        return LineReaderBuilder.builder();
    }
}
