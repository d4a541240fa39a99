package org.selfstab.cli.shell;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Where lines come from, one at a time. */
public interface LineSource extends Closeable {

    /**
     * The next line, nothing at the end.
     *
     * @throws LineException if the line cannot be used; the one after it can be asked for
     */
    Optional<String> next() throws LineException;

    /** How an error in a line is told, for instance {@code standard input:3:14: ...}. */
    String error(int line, LineException wrong);

    /**
     * How an exit status other than 0 is told.
     *
     * @param line the command's line, from 1
     * @param column where in the line the command begins, from 1
     */
    String ended(int line, int column, int status);

    /**
     * Runs a command in the calling thread and returns its exit status. What interrupts the command alone, and not the whole program, interrupts the
     * thread meanwhile.
     */
    int run(IntSupplier command);

    @Override
    void close() throws IOException;
}
