/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.types.DataType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;
import org.modan.spi.ModanException;

/**
 * Reads the pickles of PyTorch's files, and nothing else that a pickle can be.
 *
 * <p>A pickle is a program that names functions and calls them. Here every name is looked up in
 * {@link TorchGlobals} alone, never in the library's own table, and of the instructions only those
 * are obeyed that PyTorch writes. Nothing is allocated by what a length claims, but by what the
 * stream holds.
 */
final class WeightUnpickler extends Unpickler {

    /** Left to the library, as they neither look up a name nor allocate by a length. */
    private static final Set<Short> PLAIN =
            Set.of(
                    Opcodes.PROTO,
                    Opcodes.FRAME,
                    Opcodes.STOP,
                    Opcodes.MARK,
                    Opcodes.NONE,
                    Opcodes.NEWTRUE,
                    Opcodes.NEWFALSE,
                    Opcodes.BININT,
                    Opcodes.BININT1,
                    Opcodes.BININT2,
                    Opcodes.LONG1,
                    Opcodes.BINFLOAT,
                    Opcodes.SHORT_BINSTRING,
                    Opcodes.SHORT_BINUNICODE,
                    Opcodes.SHORT_BINBYTES,
                    Opcodes.EMPTY_LIST,
                    Opcodes.EMPTY_TUPLE,
                    Opcodes.TUPLE,
                    Opcodes.TUPLE1,
                    Opcodes.TUPLE2,
                    Opcodes.TUPLE3,
                    Opcodes.APPEND,
                    Opcodes.BINPUT,
                    Opcodes.LONG_BINPUT,
                    Opcodes.MEMOIZE,
                    Opcodes.BINGET,
                    Opcodes.LONG_BINGET,
                    Opcodes.BINPERSID,
                    Opcodes.NEWOBJ,
                    Opcodes.REDUCE);

    private final Path file;
    private final Map<String, TorchStorage> storages = new LinkedHashMap<>();
    private ByteArrayInputStream pickle = new ByteArrayInputStream(new byte[0]);

    /**
     * @param file named in errors
     */
    WeightUnpickler(Path file) {
        this.file = file;
    }

    /**
     * Reads one pickle, and leaves the stream behind it.
     *
     * @throws ModanException if it names what no weight file needs
     * @throws IOException if it is damaged
     */
    Object read(ByteArrayInputStream stream) throws IOException {
        pickle = stream;
        pickle.mark(0);
        try {
            return load(stream);
        } catch (ModanException e) {
            throw e;
        } catch (IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        } catch (RuntimeException e) {
            // The library answers a malformed program with whatever its own code stumbles over.
            throw new IOException("its index is malformed", e);
        }
    }

    /** The storages that were named so far, whole, by key. */
    Map<String, TorchStorage> storages() {
        return storages;
    }

    @Override
    protected Object dispatch(short opcode) throws IOException {
        if (PLAIN.contains(opcode)) {
            return super.dispatch(opcode);
        }
        switch (opcode) {
            case Opcodes.GLOBAL -> addGlobal(line(), line());
            case Opcodes.STACK_GLOBAL -> {
                String name = (String) stack.pop();
                addGlobal((String) stack.pop(), name);
            }
            case Opcodes.INST -> throw refusal(line() + "." + line());
            case Opcodes.BINUNICODE -> stack.add(new String(block(), StandardCharsets.UTF_8));
            case Opcodes.BINSTRING -> stack.add(new String(block(), StandardCharsets.ISO_8859_1));
            case Opcodes.BINBYTES -> stack.add(block());
            case Opcodes.EMPTY_DICT -> stack.add(new LinkedHashMap<Object, Object>());
            case Opcodes.SETITEM -> {
                Object value = stack.pop();
                Object key = stack.pop();
                put(key, value);
            }
            case Opcodes.SETITEMS -> putAll(stack.pop_all_since_marker());
            case Opcodes.APPENDS -> appendAll(stack.pop_all_since_marker());
            // An object's attributes beside its items, such as a state_dict's format version.
            case Opcodes.BUILD -> stack.pop();
            default ->
                    throw new IOException(
                            "its index has instruction %d, which no weight file needs"
                                    .formatted(opcode));
        }
        return NO_RETURN_VALUE;
    }

    /** A storage: kind, type, key, device, number of values and, in old files, a part of it. */
    @Override
    protected Object persistentLoad(Object id) {
        Object[] parts = (Object[]) id;
        if (!"storage".equals(parts[0])) {
            throw refusal(String.valueOf(parts[0]));
        }
        String key = (String) parts[2];
        TorchStorage whole =
                new TorchStorage(key, (DataType) parts[1], 0, ((Number) parts[4]).longValue());
        TorchStorage known = storages.putIfAbsent(key, whole);
        if (known != null && !known.equals(whole)) {
            throw new IllegalStateException("storage %s is described twice".formatted(key));
        }
        if (parts.length > 5 && parts[5] instanceof Object[] part) {
            return whole.part(((Number) part[1]).longValue(), ((Number) part[2]).longValue());
        }
        return whole;
    }

    private void addGlobal(String module, String name) {
        String full = module + "." + name;
        stack.add(TorchGlobals.find(full).orElseThrow(() -> refusal(full)));
    }

    private void putAll(List<Object> keysAndValues) {
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            put(keysAndValues.get(i), keysAndValues.get(i + 1));
        }
    }

    private void put(Object key, Object value) {
        @SuppressWarnings("unchecked")
        Map<Object, Object> dictionary = (Map<Object, Object>) stack.peek();
        dictionary.put(TorchGlobals.key(key), value);
    }

    private void appendAll(List<Object> items) {
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) stack.peek();
        list.addAll(items);
    }

    private String line() throws IOException {
        return PickleUtils.readline(input);
    }

    /** Bytes after their number. */
    private byte[] block() throws IOException {
        long length =
                Integer.toUnsignedLong(
                        PickleUtils.bytes_to_integer(PickleUtils.readbytes(input, 4)));
        if (length > input.available()) {
            throw new IOException("its index ends too early");
        }
        return PickleUtils.readbytes(input, (int) length);
    }

    private ModanException refusal(String name) {
        // Nothing more is read as a pickle: what is there is searched for where the weights are.
        pickle.reset();
        return new PickleRefusal(file, pickle.readAllBytes()).of(name);
    }
}
