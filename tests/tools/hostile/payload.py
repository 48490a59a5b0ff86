"""A text that would run or break something, were it not shown as text."""

from __future__ import annotations

PAYLOAD = (
    'zebra </title><script>alert(1)</script> "><img src=x onerror=alert(2)> [l](javascript:alert(3)) '
    "{: onclick=alert(4) } &lt;script&gt;alert(5)&lt;/script&gt; `c` <svg onload=alert(6)> ](x) | "
    "\\ \\\\n \u2028 ]]> --> {{ 7 * 7 }} {% raw %} ${alert(8)} {count} &#60;b&#62; &lt end"
)
