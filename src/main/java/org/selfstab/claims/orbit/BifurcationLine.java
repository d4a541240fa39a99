package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.BifurcationEvent;
import org.selfstab.claims.BifurcationResult;
import org.selfstab.claims.Branch;
import org.selfstab.claims.Estimate;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.run.CheckedLine;

/** A finished part of a bifurcation diagram as one line, for journals: what came of one seed of the continuation, or a column of the attractor. */
final class BifurcationLine {

    private static final String ORBITS = "orbits";
    private static final String COLUMN = "column";

    private BifurcationLine() {}

    /**
     * A column of the attractor.
     *
     * @param index its index among the columns
     * @param column what is there
     */
    record IndexedColumn(int index, BifurcationResult.Column column) {}

    static String of(Continuation.Followed followed) {
        Writer line = new Writer(ORBITS);
        line.list(followed.branches(), line::branch);
        line.list(followed.events(), line::event);
        line.list(followed.notes(), line::text);
        line.list(followed.seeds(), line::seed);
        return line.line();
    }

    static String of(IndexedColumn indexed) {
        Writer line = new Writer(COLUMN);
        line.count(indexed.index());
        line.column(indexed.column());
        return line.line();
    }

    /** What came of a seed; empty if the line is no such line. */
    static Optional<Continuation.Followed> followed(String line) {
        return read(
                line,
                ORBITS,
                fields -> new Continuation.Followed(
                        fields.list(fields::branch),
                        fields.list(fields::event),
                        fields.list(fields::text),
                        fields.list(fields::seed)));
    }

    /** A column; empty if the line is no such line. */
    static Optional<IndexedColumn> column(String line) {
        return read(line, COLUMN, fields -> new IndexedColumn(fields.count(), fields.column()));
    }

    private static <T> Optional<T> read(String line, String kind, Function<Reader, T> part) {
        return CheckedLine.read(line)
                .filter(fields -> fields.get(0).equals(kind))
                .flatMap(fields -> {
                    try {
                        Reader reader = new Reader(fields.subList(1, fields.size()));
                        T read = part.apply(reader);
                        return reader.isAtEnd() ? Optional.of(read) : Optional.empty();
                    } catch (IllegalArgumentException | NoSuchElementException notWritten) {
                        return Optional.empty();
                    }
                });
    }

    private static final class Writer {

        private final List<String> fields = new ArrayList<>();

        Writer(String kind) {
            fields.add(kind);
        }

        String line() {
            return CheckedLine.write(fields);
        }

        void text(String text) {
            fields.add(CheckedLine.escaped(text));
        }

        void count(int count) {
            fields.add(Integer.toString(count));
        }

        void number(double number) {
            fields.add(Double.toString(number));
        }

        <T> void list(List<T> list, Consumer<T> write) {
            count(list.size());
            list.forEach(write);
        }

        void vector(FieldVector<Binary64> vector) {
            list(DoubleVector.list(vector), this::number);
        }

        void branch(Branch branch) {
            count(branch.index());
            count(branch.period());
            text(branch.origin());
            list(branch.points(), point -> {
                number(point.at());
                list(point.orbit(), coordinates -> list(coordinates, this::number));
                number(point.spectralRadius());
            });
            text(branch.end());
        }

        void event(BifurcationEvent event) {
            text(event.kind().name());
            count(event.period());
            number(event.at());
            list(event.point(), this::number);
            count(event.branch());
            text(Boolean.toString(event.changesStability()));
            text(Boolean.toString(event.isPolished()));
            number(event.error());
        }

        void seed(Continuation.Seed seed) {
            count(seed.period());
            vector(seed.state());
            number(seed.parameter());
            vector(seed.direction());
            number(seed.amplitude());
            text(seed.origin());
        }

        void column(BifurcationResult.Column column) {
            number(column.at());
            list(column.points(), this::number);
            list(column.period().stream().toList(), this::count);
            list(column.exponent().stream().toList(), exponent -> {
                number(exponent.value());
                number(exponent.standardError());
            });
        }
    }

    private static final class Reader {

        private final Iterator<String> fields;

        Reader(List<String> fields) {
            this.fields = fields.iterator();
        }

        boolean isAtEnd() {
            return !fields.hasNext();
        }

        String text() {
            return CheckedLine.plain(fields.next());
        }

        int count() {
            return Integer.parseUnsignedInt(fields.next());
        }

        double number() {
            return Double.parseDouble(fields.next());
        }

        boolean truth() {
            return Boolean.parseBoolean(fields.next());
        }

        <T> List<T> list(Supplier<T> read) {
            int size = count();
            List<T> list = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                list.add(read.get());
            }
            return list;
        }

        <T> Optional<T> optional(Supplier<T> read) {
            return list(read).stream().findFirst();
        }

        FieldVector<Binary64> vector() {
            return DoubleVector.of(
                    list(this::number).stream().mapToDouble(Double::doubleValue).toArray());
        }

        Branch branch() {
            return new Branch(
                    count(),
                    count(),
                    text(),
                    list(() -> new Branch.Point(number(), list(() -> list(this::number)), number())),
                    text());
        }

        BifurcationEvent event() {
            return new BifurcationEvent(
                    BifurcationEvent.Kind.valueOf(text()),
                    count(),
                    number(),
                    list(this::number),
                    count(),
                    truth(),
                    truth(),
                    number());
        }

        Continuation.Seed seed() {
            return new Continuation.Seed(count(), vector(), number(), vector(), number(), text());
        }

        BifurcationResult.Column column() {
            return new BifurcationResult.Column(
                    number(),
                    list(this::number),
                    optional(this::count),
                    optional(() -> new Estimate(number(), number())));
        }
    }
}
