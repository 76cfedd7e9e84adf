/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.yaml;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Writes plain JDK types as YAML in block style, with quotes where another reader needs them. */
public final class YamlWriter {

    private YamlWriter() {}

    /**
     * @param value a {@code Map}, {@code List}, {@code String}, {@code Number} or {@code Boolean}
     */
    public static String write(Object value) {
        YAMLFactory factory =
                YAMLFactory.builder()
                        .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                        .disable(YAMLWriteFeature.SPLIT_LINES)
                        .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                        .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                        .stringQuotingChecker(new PlainIfHarmless())
                        .build();
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            write(value, generator);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator generator) {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            map.forEach(
                    (key, child) -> {
                        generator.writeName(key.toString());
                        write(child, generator);
                    });
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            list.forEach(child -> write(child, generator));
            generator.writeEndArray();
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Number) {
            generator.writeNumber(value.toString());
        } else {
            generator.writeString(value.toString());
        }
    }

    /** Leaves a text plain only if no version of YAML takes it for anything else. */
    private static final class PlainIfHarmless extends StringQuotingChecker {

        private static final Pattern HARMLESS = Pattern.compile("[A-Za-z/][\\w./-]*");

        @Override
        public boolean needToQuoteName(String name) {
            return isHarmful(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return isHarmful(value);
        }

        private boolean isHarmful(String text) {
            return !HARMLESS.matcher(text).matches() || isReservedKeyword(text);
        }
    }
}
