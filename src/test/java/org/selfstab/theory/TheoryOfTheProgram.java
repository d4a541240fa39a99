package org.selfstab.theory;

import java.nio.file.Path;

/** The statements of the program's own theory, read once for all tests of a process: each equation is parsed and checked, which takes seconds. */
public final class TheoryOfTheProgram {

    /** Where they lie. */
    public static final Path FOLDER = Path.of("theory");

    /** What is read there. */
    public static final Theory THEORY = TheoryReader.read(FOLDER);

    private TheoryOfTheProgram() {}
}
