package org.selfstab.recheck;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Reads a certificate from front to back without holding it in memory. Fields have one order; whatever else stands there is an error
 * with its place.
 */
final class CertificateReader implements Closeable {

    private static final String FORMAT = "selfstab certificate 1";
    private static final String FAMILY_FORMAT = "selfstab certificate of a family 1";
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_LIST = 10_000;
    private static final int LONGEST_NUMBER = 64;
    private static final int DEEPEST = 20;

    private final String file;
    private final JsonParser parser;
    private final boolean isOfFamily;
    private JsonToken token;

    /**
     * Reads up to the problem.
     *
     * @param file the file's name in messages
     */
    CertificateReader(String file, InputStream input) throws IOException {
        this.file = file;
        this.parser = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build()
                .createParser(input);
        advance();
        take(JsonToken.START_OBJECT, "{");
        field("format");
        String format = text();
        this.isOfFamily = format.equals(FAMILY_FORMAT);
        if (!isOfFamily && !format.equals(FORMAT)) {
            throw error("the format is not \"" + FORMAT + "\"; certify anew with this version");
        }
    }

    /**
     * Reads a certificate.
     *
     * @param use takes it, and what is objected to all of it
     * @throws CertificateException if the file cannot be read or is no certificate
     */
    static <R> R read(Path file, BiFunction<CertificateReader, Optional<String>, R> use) {
        boolean isUnchanged = ContentDigest.matches(file);
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file));
                CertificateReader reader = new CertificateReader(file.toString(), input)) {
            return use.apply(
                    reader,
                    isUnchanged
                            ? Optional.empty()
                            : Optional.of("the file was changed after it was written: its digest is another"));
        } catch (IOException unreadable) {
            throw new CertificateException(file + ":1:1: cannot be read: " + unreadable.getMessage());
        }
    }

    /** The file's name in messages. */
    String file() {
        return file;
    }

    /** Whether it is the certificate of a family and not of one run. */
    boolean isOfFamily() {
        return isOfFamily;
    }

    StatedProblem problem() {
        field("problem");
        take(JsonToken.START_OBJECT, "{");
        StatedProblem problem = new StatedProblem(
                textOf("name"),
                textOf("title"),
                of("variables", () -> list(this::text)),
                textOf("loss"),
                of("parameters", () -> map(this::text)),
                of("start", () -> map(this::text)),
                of("atEdge", this::truth),
                of("horizon", () -> optional(this::text)),
                of("maxSteps", this::integer),
                of("steps", () -> optional(this::integer)),
                of("thresholds", () -> map(this::number)));
        take(JsonToken.END_OBJECT, "}");
        return problem;
    }

    /** Which members a family has and what is stated of all of them, after its problem. */
    StatedFamily family(StatedProblem problem) {
        field("family");
        take(JsonToken.START_OBJECT, "{");
        StatedFamily family = new StatedFamily(
                problem,
                textOf("parameter"),
                of("values", () -> list(this::text)),
                of("bounds", () -> list(this::familyBound)));
        take(JsonToken.END_OBJECT, "}");
        return family;
    }

    private StatedFamily.Bound familyBound() {
        take(JsonToken.START_OBJECT, "{");
        StatedFamily.Bound bound = new StatedFamily.Bound(textOf("name"), of("atMost", this::truth), textOf("value"));
        take(JsonToken.END_OBJECT, "}");
        return bound;
    }

    /** Begins a member of a family: the value of its parameter; what follows is as in the certificate of one run. */
    String beginMember() {
        take(JsonToken.START_OBJECT, "{");
        return textOf("value");
    }

    void endMember() {
        take(JsonToken.END_OBJECT, "}");
    }

    /** Begins the list of that name. */
    void begin(String name) {
        field(name);
        take(JsonToken.START_ARRAY, "[");
    }

    /** Whether the list goes on; if not, it is ended. */
    boolean more() {
        if (token == JsonToken.END_ARRAY) {
            advance();
            return false;
        }
        return true;
    }

    Written.Set set() {
        take(JsonToken.START_OBJECT, "{");
        Written.Set set = setFields();
        take(JsonToken.END_OBJECT, "}");
        return set;
    }

    private Written.Set setFields() {
        return new Written.Set(
                numbersOf("centre"), of("frame", () -> list(() -> list(this::number))), numbersOf("radii"));
    }

    /** A set before t = 0, with the distance of its nearest points where that is stated. */
    Written.Approach approach() {
        take(JsonToken.START_OBJECT, "{");
        Written.Set set = setFields();
        boolean isStated = token == JsonToken.FIELD_NAME;
        Optional<Double> reach = isStated ? of("reach", () -> optional(this::number)) : Optional.empty();
        take(JsonToken.END_OBJECT, "}");
        return new Written.Approach(set, reach);
    }

    Written.Step step() {
        take(JsonToken.START_OBJECT, "{");
        Written.Step step = new Written.Step(
                of("t", this::integer),
                of("iterate", this::set),
                of("iteratePair", this::zero),
                of("nearest", () -> list(this::nearest)),
                of("daggerRadius", this::number),
                of("secondAtLeast", () -> optional(this::number)),
                of("secondAtMost", () -> optional(this::number)),
                numbersOf("quartic"),
                of("predicted", this::set),
                of("tubeRadius", this::number),
                of("tube", () -> optional(this::tube)));
        take(JsonToken.END_OBJECT, "}");
        return step;
    }

    private Written.Nearest nearest() {
        take(JsonToken.START_OBJECT, "{");
        Written.Nearest nearest = new Written.Nearest(
                textOf("piece"), of("zero", this::zero), of("distance", this::number), of("uniqueness", this::number));
        take(JsonToken.END_OBJECT, "}");
        return nearest;
    }

    private Written.TubePair tube() {
        take(JsonToken.START_OBJECT, "{");
        Written.TubePair tube =
                new Written.TubePair(of("pair", this::zero), of("secondAtMost", () -> optional(this::number)));
        take(JsonToken.END_OBJECT, "}");
        return tube;
    }

    private Written.Zero zero() {
        take(JsonToken.START_OBJECT, "{");
        Written.Zero zero = new Written.Zero(numbersOf("centre"), numbersOf("box"), numbersOf("radii"));
        take(JsonToken.END_OBJECT, "}");
        return zero;
    }

    Written.End end() {
        field("end");
        take(JsonToken.START_OBJECT, "{");
        Written.End end = new Written.End(
                of("iterate", () -> optional(this::number)),
                of("constrained", () -> optional(this::number)),
                of("predicted", () -> optional(this::number)),
                of("uniqueness", () -> optional(this::number)));
        take(JsonToken.END_OBJECT, "}");
        return end;
    }

    List<Written.Claim> claims() {
        return of("claims", () -> list(this::claim));
    }

    private Written.Claim claim() {
        take(JsonToken.START_OBJECT, "{");
        Written.Claim claim = new Written.Claim(
                textOf("name"),
                textOf("quantity"),
                of("lower", () -> optional(this::number)),
                of("upper", () -> optional(this::number)),
                of("threshold", () -> optional(this::number)),
                textOf("verdict"));
        take(JsonToken.END_OBJECT, "}");
        return claim;
    }

    /** The digest, after which the file ends. */
    String digest() {
        String digest = textOf("sha256");
        take(JsonToken.END_OBJECT, "}");
        if (token != null) {
            throw error("text after the end of the certificate; remove it");
        }
        return digest;
    }

    private <V> V of(String name, Supplier<V> value) {
        field(name);
        return value.get();
    }

    private String textOf(String name) {
        return of(name, this::text);
    }

    private List<Double> numbersOf(String name) {
        return of(name, () -> list(this::number));
    }

    private <V> Optional<V> optional(Supplier<V> value) {
        if (token == JsonToken.VALUE_NULL) {
            advance();
            return Optional.empty();
        }
        return Optional.of(value.get());
    }

    private <V> List<V> list(Supplier<V> item) {
        take(JsonToken.START_ARRAY, "[");
        List<V> items = new ArrayList<>();
        while (more()) {
            if (items.size() == LONGEST_LIST) {
                throw error("a list of more than " + LONGEST_LIST + " items; no certificate has one here");
            }
            items.add(item.get());
        }
        return List.copyOf(items);
    }

    private <V> Map<String, V> map(Supplier<V> value) {
        take(JsonToken.START_OBJECT, "{");
        Map<String, V> map = new LinkedHashMap<>();
        while (token == JsonToken.FIELD_NAME) {
            String name = name();
            if (map.containsKey(name) || map.size() == LONGEST_LIST) {
                throw error("\"" + name + "\" is given twice, or there are too many names; give each once");
            }
            advance();
            map.put(name, value.get());
        }
        take(JsonToken.END_OBJECT, "}");
        return map;
    }

    private void field(String name) {
        if (token != JsonToken.FIELD_NAME || !name().equals(name)) {
            throw error("expected the field \"" + name + "\"; fields have one order, and no others are read");
        }
        advance();
    }

    private void take(JsonToken expected, String symbol) {
        if (token != expected) {
            throw error("expected " + symbol);
        }
        advance();
    }

    private String name() {
        try {
            return parser.currentName();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private String text() {
        if (token != JsonToken.VALUE_STRING) {
            throw error("expected a text in quotation marks");
        }
        try {
            String text = parser.getText();
            advance();
            return text;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private double number() {
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw error("expected a number");
        }
        try {
            double number = parser.getDoubleValue();
            if (!Double.isFinite(number)) {
                throw error("the number is too large; numbers are doubles");
            }
            advance();
            return number;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private int integer() {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw error("expected an integer");
        }
        try {
            int integer = parser.getIntValue();
            advance();
            return integer;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private boolean truth() {
        boolean truth = token == JsonToken.VALUE_TRUE;
        if (!truth && token != JsonToken.VALUE_FALSE) {
            throw error("expected true or false");
        }
        advance();
        return truth;
    }

    private void advance() {
        try {
            token = parser.nextToken();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private CertificateException error(String message) {
        return at(parser.currentTokenLocation(), message);
    }

    private CertificateException failed(IOException failure) {
        return failure instanceof JsonProcessingException malformed
                ? at(malformed.getLocation(), "not JSON: " + firstLine(malformed.getOriginalMessage()) + "; correct it")
                : new CertificateException(file + ": cannot be read: " + firstLine(failure.getMessage()));
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    private CertificateException at(JsonLocation place, String message) {
        int line = place == null ? 1 : place.getLineNr();
        int column = place == null ? 1 : place.getColumnNr();
        return new CertificateException(file + ":" + line + ":" + column + ": " + message);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
