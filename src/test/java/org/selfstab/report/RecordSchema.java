package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;

/** JSON Schemas of outputs, made from the records that are written: every member stands there, boxed numbers and some texts may be null. */
final class RecordSchema {

    private RecordSchema() {}

    static ObjectNode of(String name, Class<?> found) {
        SchemaGenerator generator = generator();
        ObjectNode schema = generator.generateSchema(found);
        ObjectNode properties = schema.objectNode();
        properties.putObject("schema").put("const", Recorded.schema(name));
        ObjectNode run = generator.generateSchema(RunSummary.class);
        run.remove("$schema");
        properties.set("run", run);
        properties.setAll((ObjectNode) schema.get("properties"));
        schema.set("properties", properties);
        schema.withArray("required").insert(0, "run").insert(0, "schema");
        withoutRepetitions(schema);
        return schema;
    }

    /** Of maps of records the generator says twice what their values are. */
    private static void withoutRepetitions(JsonNode schema) {
        schema.forEach(RecordSchema::withoutRepetitions);
        if (schema.path("allOf").size() == 2
                && schema.at("/allOf/0/additionalProperties").equals(schema.at("/allOf/1/additionalProperties"))) {
            ObjectNode object = (ObjectNode) schema;
            object.setAll((ObjectNode) object.remove("allOf").get(0));
        }
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.with(new JacksonModule(JacksonOption.RESPECT_JSONPROPERTY_ORDER));
        config.with(
                Option.INLINE_ALL_SCHEMAS,
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.forFields().withRequiredCheck(RecordSchema::isAlwaysWritten).withNullableCheck(RecordSchema::mayBeNull);
        return new SchemaGenerator(config.build());
    }

    private static boolean isAlwaysWritten(FieldScope field) {
        return field.getAnnotation(JsonInclude.class) == null
                && !field.getDeclaringType().getErasedType().isAnnotationPresent(JsonInclude.class);
    }

    private static boolean mayBeNull(FieldScope field) {
        Class<?> type = field.getType().getErasedType();
        boolean isBoxed = type == Double.class || type == Integer.class || type == Long.class || type == Boolean.class;
        return isBoxed || field.getAnnotation(OrNull.class) != null;
    }
}
