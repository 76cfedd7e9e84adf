/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.razorvine.pickle.IObjectConstructor;

/**
 * The names a weight file may use, and what each stands for here. None of them runs anything that
 * the file brings along; a name that is not among them stands for nothing.
 */
final class TorchGlobals {

    private static final Map<String, DataType> STORAGES =
            Map.of(
                    "torch.DoubleStorage", DataType.FLOAT64,
                    "torch.FloatStorage", DataType.FLOAT32,
                    "torch.HalfStorage", DataType.FLOAT16,
                    "torch.BFloat16Storage", DataType.BFLOAT16,
                    "torch.LongStorage", DataType.INT64,
                    "torch.IntStorage", DataType.INT32,
                    "torch.ShortStorage", DataType.INT16,
                    "torch.CharStorage", DataType.INT8,
                    "torch.ByteStorage", DataType.UINT8,
                    "torch.BoolStorage", DataType.BOOLEAN);

    private static final Map<String, IObjectConstructor> FUNCTIONS =
            Map.of(
                    "torch._utils._rebuild_tensor",
                    TorchGlobals::tensor,
                    "torch._utils._rebuild_tensor_v2",
                    TorchGlobals::tensor,
                    "torch._utils._rebuild_parameter",
                    arguments -> arguments[0],
                    "torch.nn.parameter.Parameter",
                    arguments -> arguments[0],
                    "torch.Size",
                    arguments -> arguments[0],
                    "collections.OrderedDict",
                    TorchGlobals::dictionary);

    /** Element types, as checkpoints keep them among their settings; they stay mere names. */
    private static final Set<String> TYPES =
            Set.of(
                    "torch.float64",
                    "torch.float32",
                    "torch.float16",
                    "torch.bfloat16",
                    "torch.int64",
                    "torch.int32",
                    "torch.int16",
                    "torch.int8",
                    "torch.uint8",
                    "torch.bool");

    private TorchGlobals() {}

    /** What a name stands for, if a weight file may use it. */
    static Optional<Object> find(String name) {
        if (STORAGES.containsKey(name)) {
            return Optional.of(STORAGES.get(name));
        }
        if (FUNCTIONS.containsKey(name)) {
            return Optional.of(FUNCTIONS.get(name));
        }
        return TYPES.contains(name) ? Optional.of(name) : Optional.empty();
    }

    /**
     * A key that can be hashed at once: a collection's hash walks through what it holds, which in a
     * hostile file is itself, or grows exponentially.
     */
    static Object key(Object key) {
        if (key == null
                || key instanceof String
                || key instanceof Number
                || key instanceof Boolean
                || key instanceof Object[]) {
            return key;
        }
        throw new IllegalStateException("a dictionary's key is no text, number or tuple");
    }

    /** Storage, offset, sizes and strides; what may follow is of use in training only. */
    private static TorchTensor tensor(Object[] arguments) {
        return new TorchTensor(
                (TorchStorage) arguments[0],
                number(arguments[1]),
                Arrays.stream(items(arguments[2])).mapToLong(TorchGlobals::number).toArray(),
                Arrays.stream(items(arguments[3])).mapToLong(TorchGlobals::number).toArray());
    }

    private static Map<Object, Object> dictionary(Object[] arguments) {
        Map<Object, Object> dictionary = new LinkedHashMap<>();
        if (arguments.length > 0) {
            for (Object pair : items(arguments[0])) {
                Object[] keyAndValue = items(pair);
                dictionary.put(key(keyAndValue[0]), keyAndValue[1]);
            }
        }
        return dictionary;
    }

    private static Object[] items(Object sequence) {
        return sequence instanceof List<?> list ? list.toArray() : (Object[]) sequence;
    }

    private static long number(Object number) {
        if (number instanceof Integer || number instanceof Long) {
            return ((Number) number).longValue();
        }
        throw new IllegalStateException("a tensor's size, stride or offset is no whole number");
    }
}
