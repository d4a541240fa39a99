package org.selfstab.document;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.FreeText;

/** Records as JSON. */
public final class Json {

    private Json() {}

    /** What writes records, made when the first is written: most commands write none, and Jackson takes longer to load than they to run. */
    private static final class Mappers {

        private static final ObjectMapper COMPACT = new ObjectMapper(factory().build());

        private static final ObjectMapper INDENTED = COMPACT.copy().enable(SerializationFeature.INDENT_OUTPUT);
    }

    /** What makes generators of JSON in which nothing is invisible. */
    public static JsonFactoryBuilder factory() {
        return new JsonFactoryBuilder().characterEscapes(new InvisibleEscaped());
    }

    /** Writes indented JSON piece by piece; the writer stays open. */
    public static JsonGenerator generator(Writer out) throws IOException {
        return Mappers.INDENTED
                .getFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter();
    }

    /** The JSON of a record, ended by a line break. */
    public static String write(Object value) {
        return write(value, Mappers.INDENTED) + "\n";
    }

    /** The JSON of an object with the members of one thing and then those of another. */
    public static String write(Object head, Object rest) {
        ObjectNode tree = Mappers.INDENTED.createObjectNode();
        tree.setAll((ObjectNode) Mappers.INDENTED.valueToTree(head));
        tree.setAll((ObjectNode) Mappers.INDENTED.valueToTree(rest));
        return write(tree);
    }

    /** A number, or null where it is not finite, which JSON cannot say. */
    public static Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    /** The JSON of a record on one line. */
    public static String compact(Object value) {
        return write(value, Mappers.COMPACT);
    }

    /** The JSON of a record that can stand in a script element: no markup can begin in it. */
    static String inElement(Object value) {
        return compact(value).replace("<", "\\u003c");
    }

    /** JSON may hold what a terminal obeys or hides, so that is escaped too. */
    private static final class InvisibleEscaped extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[0x7f] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int unit) {
            return FreeText.isInvisible(unit)
                    ? new SerializedString(String.format(Digits.LOCALE, "\\u%04X", unit))
                    : null;
        }
    }

    private static String write(Object value, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of plain values that is no JSON", impossible);
        }
    }
}
