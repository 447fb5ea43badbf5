<#-- Keycloak's script asks for a password field on pages that have none. The server checks, and says why, in any case. -->
<#macro templates></#macro>
<#macro script field=""></#macro>
