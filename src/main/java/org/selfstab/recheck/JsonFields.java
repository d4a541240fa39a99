package org.selfstab.recheck;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.selfstab.vocabulary.Location;

/** Reads JSON whose fields have one order, from front to back without holding it in memory; whatever else stands there is an error with its place. */
final class JsonFields implements Closeable {

    /** The longest text that is read, in characters. */
    static final int LONGEST_TEXT = 100_000;

    /** Also of the items of all lists that are in one. */
    private static final int LONGEST_LIST = 10_000;

    /** The most characters of all texts together. */
    private static final long MOST_CHARACTERS = 50_000_000;

    private static final int LONGEST_NUMBER = 200;
    private static final int LARGEST_EXPONENT = 400;
    private static final int DEEPEST = 20;

    private final String file;
    private final JsonParser parser;
    private JsonToken token;
    private int openLists;
    private int items;
    private long characters;

    /**
     * Reads up to the first value.
     *
     * @param file the file's name in messages
     */
    JsonFields(String file, InputStream input) throws IOException {
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

    /** Whether a field comes next. */
    boolean atField() {
        return token == JsonToken.FIELD_NAME;
    }

    /** Whether the field of that name comes next. */
    boolean isNext(String name) {
        return atField() && name().equals(name);
    }

    void beginObject() {
        take(JsonToken.START_OBJECT, "{");
    }

    void endObject() {
        take(JsonToken.END_OBJECT, "}");
    }

    /** An object whose fields are read by that. */
    <V> V object(Supplier<V> fields) {
        beginObject();
        V value = fields.get();
        endObject();
        return value;
    }

    /** Requires that nothing follows. */
    void requireEnd() {
        if (token != null) {
            throw error("text after the end of the certificate", "remove it");
        }
    }

    <V> V of(String name, Supplier<V> value) {
        field(name);
        return value.get();
    }

    String textOf(String name) {
        return of(name, this::text);
    }

    List<Double> numbersOf(String name) {
        return of(name, () -> list(this::number));
    }

    <V> Optional<V> optional(Supplier<V> value) {
        if (token == JsonToken.VALUE_NULL) {
            advance();
            return Optional.empty();
        }
        return Optional.of(value.get());
    }

    <V> List<V> list(Supplier<V> item) {
        take(JsonToken.START_ARRAY, "[");
        items = openLists == 0 ? 0 : items;
        openLists++;
        List<V> list = new ArrayList<>();
        while (more()) {
            if (items == LONGEST_LIST) {
                throw error(
                        "a list of more than " + LONGEST_LIST + " items, with those of lists in it",
                        "no certificate has one here");
            }
            items++;
            list.add(item.get());
        }
        openLists--;
        return List.copyOf(list);
    }

    <V> Map<String, V> map(Supplier<V> value) {
        take(JsonToken.START_OBJECT, "{");
        Map<String, V> map = new LinkedHashMap<>();
        while (token == JsonToken.FIELD_NAME) {
            String name = name();
            if (map.containsKey(name) || map.size() == LONGEST_LIST) {
                throw error("\"" + name + "\" is given twice, or there are too many names", "give each once");
            }
            countCharacters(name);
            advance();
            map.put(name, value.get());
        }
        take(JsonToken.END_OBJECT, "}");
        return map;
    }

    void field(String name) {
        if (token != JsonToken.FIELD_NAME || !name().equals(name)) {
            throw error("expected the field \"" + name + "\"", "fields have one order, and no others are read");
        }
        advance();
    }

    private void take(JsonToken expected, String symbol) {
        if (token != expected) {
            throw error("expected " + symbol, "certify anew");
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

    String text() {
        if (token != JsonToken.VALUE_STRING) {
            throw error("expected a text in quotation marks", "certify anew");
        }
        try {
            String text = parser.getText();
            countCharacters(text);
            advance();
            return text;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private void countCharacters(String text) {
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            throw error("texts of more than " + MOST_CHARACTERS + " characters together", "no certificate has as many");
        }
    }

    double number() {
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw error("expected a number", "certify anew");
        }
        try {
            double number = parser.getDoubleValue();
            if (!Double.isFinite(number)) {
                throw error("the number is too large", "numbers are doubles");
            }
            advance();
            return number;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** A number with all of its digits, of a magnitude that a double may have or about. */
    BigDecimal decimal() {
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw error("expected a number", "certify anew");
        }
        try {
            BigDecimal number = new BigDecimal(parser.getText());
            if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
                throw error("the number is too large or too small", "its exponent is at most " + LARGEST_EXPONENT);
            }
            advance();
            return number;
        } catch (NumberFormatException tooLarge) {
            throw error("the number is too large or too small", "its exponent is at most " + LARGEST_EXPONENT);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    int integer() {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw error("expected an integer", "certify anew");
        }
        try {
            int integer = parser.getIntValue();
            advance();
            return integer;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    boolean truth() {
        boolean truth = token == JsonToken.VALUE_TRUE;
        if (!truth && token != JsonToken.VALUE_FALSE) {
            throw error("expected true or false", "certify anew");
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

    CertificateException error(String problem, String remedy) {
        return at(parser.currentTokenLocation(), problem, remedy);
    }

    private CertificateException failed(IOException failure) {
        return failure instanceof JsonProcessingException malformed
                ? at(malformed.getLocation(), "not JSON: " + firstLine(malformed.getOriginalMessage()), "correct it")
                : new CertificateException(
                        Location.startOf(file),
                        "cannot be read: " + firstLine(failure.getMessage()),
                        "change its permissions");
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    private CertificateException at(JsonLocation place, String problem, String remedy) {
        int line = place == null ? 1 : place.getLineNr();
        // An empty file has a place before its first column.
        int column = place == null ? 1 : Math.max(1, place.getColumnNr());
        return new CertificateException(new Location(file, line, column), problem, remedy);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
