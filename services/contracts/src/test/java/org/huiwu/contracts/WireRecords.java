package org.huiwu.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records that services write to the wire and read from it. They are the services' own
/// business and mostly not public, so that tests reach them by reflection.
public final class WireRecords {
  private WireRecords() {}

  /// A record of the named class.
  ///
  /// @param type the binary name, e.g. `org.huiwu.venue.session.SessionPlanning$SessionState`
  /// @param values the components' values in their order
  public static Object made(String type, @Nullable Object... values) {
    return construct(onlyConstructor(type), values);
  }

  /// An object of the named class that has nothing to work with, enough to ask what it is.
  public static Object idle(String type) {
    var constructor = onlyConstructor(type);
    return construct(constructor, new @Nullable Object[constructor.getParameterCount()]);
  }

  /// What a listener's record asks for and does not find in what was said: a field of that name,
  /// and a value unless the component is `@Nullable`. Records within it included.
  ///
  /// @param read the record as the listener gets it
  /// @param said the JSON that it was read from
  public static List<String> lacking(Record read, String said) {
    List<String> lacking = new ArrayList<>();
    compare("", read, Contracts.tree(said), lacking);
    return lacking;
  }

  private static void compare(String path, Record read, JsonNode said, List<String> lacking) {
    for (var component : read.getClass().getRecordComponents()) {
      var name = path + component.getName();
      var value = value(component, read);
      if (!said.has(component.getName())) {
        lacking.add(name + " is not in the contract");
      } else if (value == null && !mayBeNull(component.getAnnotatedType())) {
        lacking.add(name + " is null");
      } else if (value instanceof Record inner) {
        compare(name + '.', inner, said.get(component.getName()), lacking);
      } else if (value instanceof List<?> items) {
        for (int i = 0; i < items.size(); i++) {
          if (items.get(i) instanceof Record item) {
            compare(name + '[' + i + "].", item, said.get(component.getName()).get(i), lacking);
          }
        }
      }
    }
  }

  private static boolean mayBeNull(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object value(RecordComponent component, Record of) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Constructor<?> onlyConstructor(String type) {
    try {
      var constructors = Class.forName(type).getDeclaredConstructors();
      if (constructors.length != 1) {
        throw new IllegalArgumentException(type + " has constructors: " + constructors.length);
      }
      return constructors[0];
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Object construct(Constructor<?> constructor, @Nullable Object... values) {
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          constructor + " does not take " + Arrays.toString(values), e);
    }
  }
}
