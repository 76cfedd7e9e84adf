/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.yaml;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one YAML document. Anchors, aliases and tags are refused: a value is what stands in its
 * place, and no short text can stand for a huge one.
 */
public final class YamlReader {

    private static final int DEEPEST = 50;

    private final Origin source;
    private final Consumer<YamlProblem> problems;

    /**
     * @param source what the text is called, and where its paths start
     * @param problems hears everything wrong
     */
    public YamlReader(Origin source, Consumer<YamlProblem> problems) {
        this.source = requireNonNull(source, "source is null");
        this.problems = requireNonNull(problems, "problems is null");
    }

    /** The document; empty if there is none, or if it cannot be read to its end. */
    public Optional<Node> read(String text) {
        try (YAMLParser parser =
                (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Node root = readNode(parser, 0);
            if (parser.nextToken() != null) {
                throw new Unreadable(origin(parser), "a second document starts; keep one");
            }
            return Optional.of(root);
        } catch (Unreadable e) {
            problems.accept(new YamlProblem(e.origin, e.getMessage()));
        } catch (JacksonException e) {
            problems.accept(YamlSyntax.explain(e, source));
        }
        return Optional.empty();
    }

    private Node readNode(YAMLParser parser, int depth) {
        Origin origin = origin(parser);
        if (depth > DEEPEST) {
            throw new Unreadable(origin, "nested deeper than %d levels".formatted(DEEPEST));
        }
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            throw new Unreadable(
                    origin, "anchors (&name) and aliases (*name) are not read; repeat the value");
        }
        if (parser.getRawTag() != null) {
            throw new Unreadable(origin, "tags (!name) are not read; remove the tag");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> readMap(parser, origin, depth);
            case START_ARRAY -> readList(parser, origin, depth);
            case VALUE_NULL -> new ScalarNode(origin, Optional.empty());
            default -> new ScalarNode(origin, Optional.of(parser.getString()));
        };
    }

    private MapNode readMap(YAMLParser parser, Origin origin, int depth) {
        Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Origin key = origin(parser);
            parser.nextToken();
            MapNode.Entry entry = new MapNode.Entry(key, readNode(parser, depth + 1));
            MapNode.Entry first = entries.putIfAbsent(name, entry);
            if (first != null) {
                problems.accept(
                        new YamlProblem(
                                key,
                                "%s is given twice, first in line %d; remove one of them"
                                        .formatted(name, first.key().line())));
            }
        }
        return new MapNode(origin, entries);
    }

    private ListNode readList(YAMLParser parser, Origin origin, int depth) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(readNode(parser, depth + 1));
        }
        return new ListNode(origin, items);
    }

    private Origin origin(YAMLParser parser) {
        TokenStreamLocation location = parser.currentTokenLocation();
        return source.at(location.getLineNr(), location.getColumnNr());
    }

    /** Ends the reading of a document that is not read any further. */
    private static final class Unreadable extends RuntimeException {

        private final transient Origin origin;

        Unreadable(Origin origin, String message) {
            super(message);
            this.origin = origin;
        }
    }
}
