package voidscope.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/// `sun.misc.Signal`, for which there is nothing else. It is looked up by name, as compilers warn
/// of it in a way that cannot be silenced; where a Java has none, signals end the program as they
/// always do.
final class SystemSignals {
  private SystemSignals() {}

  /// Has something done at a signal. One that the system has this program ignore, as `nohup` does
  /// with SIGHUP, stays ignored.
  ///
  /// @param name such as `INT`
  /// @param action called on a thread of the system's
  /// @return puts back what was done before, or null if the signal cannot be listened to
  static @Nullable Runnable handle(String name, Runnable action) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object signal = type.getConstructor(String.class).newInstance(name);
      Method handle = type.getMethod("handle", type, handler);
      Object former = handle.invoke(null, signal, proxy(handler, action));
      return () -> restore(handle, signal, former);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  @SuppressWarnings("ReferenceEquality") // a proxy equals itself alone
  private static Object proxy(Class<?> handler, Runnable action) {
    InvocationHandler calls =
        (self, method, arguments) ->
            switch (method.getName()) {
              case "handle" -> {
                action.run();
                yield null;
              }
              case "hashCode" -> System.identityHashCode(self);
              case "equals" -> self == arguments[0];
              default -> handler.getName();
            };
    return Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, calls);
  }

  private static void restore(Method handle, Object signal, Object former) {
    try {
      handle.invoke(null, signal, former);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
