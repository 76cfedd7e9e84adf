/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.thyroid;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads case files. They come from whoever packed the archive, so a document type, and with it
 * every entity that could name a file or grow without end, is refused. Outline marks are not looked
 * at: some of those published cannot be parsed, and their images are as good as any.
 */
final class CaseReader {

    /** The fields of a case that describe it, as the dataset spells them. */
    static final List<String> FIELDS =
            List.of(
                    "age",
                    "sex",
                    "composition",
                    "echogenicity",
                    "margins",
                    "calcifications",
                    "tirads");

    /** The dataset's own word for a sex that was not noted. */
    private static final Map<String, String> UNKNOWN = Map.of("sex", "u");

    /** The largest published file has 11 kB. */
    private static final long MAX_BYTES = 4L << 20;

    /** Parsing throws what is wrong; the JDK's own handler prints it to the console as well. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException problem) {}

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }

    /**
     * @throws IOException if it cannot be read or is no case file; the message completes "FILE:
     *     ..."
     */
    CaseFile read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(
                    "has %d bytes, too many for a case file".formatted(Files.size(file)));
        }
        try (InputStream in = Files.newInputStream(file)) {
            Element root = parser().parse(in).getDocumentElement();
            if (!root.getTagName().equals("case")) {
                throw new IOException("holds a <%s>, not a <case>".formatted(root.getTagName()));
            }
            return caseOf(root);
        } catch (SAXParseException e) {
            throw new IOException("line %d: %s".formatted(e.getLineNumber(), e.getMessage()), e);
        } catch (SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static CaseFile caseOf(Element root) {
        Map<String, String> metadata = new TreeMap<>();
        for (String field : FIELDS) {
            child(root, field)
                    .filter(value -> !value.equals(UNKNOWN.get(field)))
                    .ifPresent(value -> metadata.put(field, value));
        }
        return new CaseFile(
                child(root, "number").orElse(""),
                Optional.ofNullable(metadata.get("tirads")),
                metadata);
    }

    /** The text of a child element; empty where there is none. */
    private static Optional<String> child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return Optional.of(element.getTextContent().strip())
                        .filter(text -> !text.isEmpty());
            }
        }
        return Optional.empty();
    }

    private static DocumentBuilder parser() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new Strict());
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser has these features", e);
        }
    }
}
