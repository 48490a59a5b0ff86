{#- The scripts that every page has, in one, made by MkDocs and ProperDocs; pages of Zensical name each one. -#}
{%- import "partials/parts.html" as parts -%}
{%- for name in parts.scripts %}
{%- include "assets/" ~ name ~ ".js" %}

{% endfor %}
