/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunListenersTest {

    static List<Method> whatAListenerHears() {
        List<Method> methods =
                Arrays.stream(RunListener.class.getMethods()).filter(Method::isDefault).toList();
        assertThat(methods).hasSizeGreaterThan(9);
        return methods;
    }

    @ParameterizedTest
    @MethodSource("whatAListenerHears")
    void everyoneHearsEverythingInTheirOrder(Method method) throws ReflectiveOperationException {
        List<String> heard = new ArrayList<>();
        RunListener both =
                RunListeners.of(List.of(noting("first", heard), noting("second", heard)));
        Object[] arguments =
                Arrays.stream(method.getParameterTypes()).map(RunListenersTest::some).toArray();

        method.invoke(both, arguments);

        String call = " " + method.getName() + Arrays.toString(arguments);
        assertThat(heard).containsExactly("first" + call, "second" + call);
    }

    private static RunListener noting(String name, List<String> heard) {
        return (RunListener)
                Proxy.newProxyInstance(
                        RunListener.class.getClassLoader(),
                        new Class<?>[] {RunListener.class},
                        (proxy, method, arguments) -> {
                            heard.add(name + " " + method.getName() + Arrays.toString(arguments));
                            return null;
                        });
    }

    private static Object some(Class<?> type) {
        if (type == int.class) {
            return 3;
        }
        if (type == double.class) {
            return 0.5;
        }
        return type == String.class ? "text" : null;
    }
}
