package mayday.journal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;

/**
 * How one record is stored: as an object with a key for each component or, where there is a lot of it, as an array.
 *
 * @param kind what tells it from the other members of its sealed family; empty where it is none
 * @param keys one for each component, in their order, as are their getters and types
 */
record JsonShape(
        Class<?> type,
        String kind,
        boolean tuple,
        List<String> keys,
        List<Method> getters,
        List<Type> types,
        Constructor<?> constructor) {

    static JsonShape of(Class<?> type, String kind, boolean tuple, List<String> keys) {
        var components = List.of(type.getRecordComponents());
        if (components.size() != keys.size()) {
            throw new IllegalArgumentException(type + " has " + components.size() + " components, not " + keys);
        }
        var getters = components.stream().map(RecordComponent::getAccessor).toList();
        var types = components.stream().map(RecordComponent::getGenericType).toList();
        return new JsonShape(type, kind, tuple, keys, getters, types, canonical(type, components));
    }

    /** As an array of its components. */
    static JsonShape tupleOf(Class<? extends Record> type) {
        var names = List.of(type.getRecordComponents()).stream()
                .map(RecordComponent::getName)
                .toList();
        return of(type, "", true, names);
    }

    private static Constructor<?> canonical(Class<?> type, List<RecordComponent> components) {
        try {
            return type.getDeclaredConstructor(
                    components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is no record", e);
        }
    }

    /** The values of a record's components. */
    List<Object> valuesOf(Object record) {
        var values = new Object[getters.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = get(getters.get(i), record);
        }
        return List.of(values);
    }

    private static Object get(Method getter, Object record) {
        try {
            return getter.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + getter, e);
        }
    }

    /** A record of these values. */
    Object make(Object... values) {
        return make(constructor, values);
    }

    static Object make(Constructor<?> constructor, Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new JsonShapes.Unreadable(
                    "what is stored makes no " + constructor.getDeclaringClass().getSimpleName(), e);
        }
    }
}
